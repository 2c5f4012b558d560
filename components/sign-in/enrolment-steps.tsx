/** How to set an authenticator app up: a picture for its camera, and the same as text. */
export function EnrolmentSteps({
  secret,
  address,
  picture,
}: {
  /** In fours. */
  secret: string;
  /** otpauth://… */
  address: string;
  /** The address as a QR code: a data: address of a picture. */
  picture: string;
}) {
  return (
    <ol className="measure list-decimal space-y-4 pl-6">
      <li>
        Install an authenticator app, such as Microsoft Authenticator, Google Authenticator or
        Aegis. The one that your organisation uses already will do.
      </li>
      <li>
        <p>Add an account in the app, and point its camera at this picture.</p>
        {/* biome-ignore lint/performance/noImgElement: a data address, which nothing could optimise */}
        <img
          src={picture}
          alt="QR code that holds the key below"
          width={220}
          height={220}
          className="mt-3 rounded-md border border-line bg-white"
        />
        <p className="mt-3">
          No camera? Enter this key by hand:{' '}
          <code className="font-bold wrap-anywhere">{secret}</code>
        </p>
        <p className="mt-1">
          On this device? <a href={address}>Open it in the app</a>.
        </p>
      </li>
      <li>Enter the code that the app shows.</li>
    </ol>
  );
}
