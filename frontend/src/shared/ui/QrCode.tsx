interface QrCodeProps {
  /** As the service draws it: a `data:image/png` address. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
}

/** Always dark on white, whatever the theme: phones read nothing else reliably. */
export function QrCode({ src, alt, caption }: QrCodeProps) {
  return (
    <figure className="qr">
      <img src={src} alt={alt} width="240" height="240" draggable={false} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
