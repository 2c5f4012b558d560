/** The product's mark: the four shapes of the RAG statuses, in one colour. */
export function Mark() {
  return (
    <svg viewBox="0 0 44 44" aria-hidden="true" className="glyph size-10 fill-current text-accent">
      <path d="M7 1h7.4L20 6.6V14l-5.6 5.6H7L1.4 14V6.6z" />
      <path d="M33.6 1.2 43.4 19.6H23.8z" />
      <circle cx="10.7" cy="33.6" r="9.4" />
      <rect x="24.4" y="24.4" width="18.4" height="18.4" rx="1.6" />
    </svg>
  );
}
