interface Block {
  kind: 'list' | 'paragraph';
  lines: string[];
}

/** Paragraphs, and lists where lines begin with a bullet. Typed text is data: nothing else. */
function blocks(text: string): Block[] {
  const found: Block[] = [];
  for (const line of text.split('\n')) {
    const bullet = line.match(/^\s*[-•·]\s+(.*)$/)?.[1];
    const last = found.at(-1);
    if (bullet !== undefined) {
      if (last?.kind === 'list') last.lines.push(bullet);
      else found.push({ kind: 'list', lines: [bullet] });
    } else if (line.trim() === '') {
      found.push({ kind: 'paragraph', lines: [] });
    } else if (last?.kind === 'paragraph') {
      last.lines.push(line);
    } else {
      found.push({ kind: 'paragraph', lines: [line] });
    }
  }
  return found.filter((block) => block.lines.length > 0);
}

/** Somebody's words, as they typed them: escaped, lines kept, long words broken. */
export function Prose({ text }: { text: string }) {
  const counted = blocks(text).map((block, index) => ({ ...block, key: `${index}` }));
  return (
    <div className="max-w-[68ch] space-y-2 [overflow-wrap:anywhere]">
      {counted.map(({ kind, lines, key }) =>
        kind === 'list' ? (
          <ul key={key} className="list-disc space-y-1 pl-6">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={key} className="whitespace-pre-line">
            {lines.join('\n')}
          </p>
        ),
      )}
    </div>
  );
}
