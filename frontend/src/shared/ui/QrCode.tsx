interface QrCodeProps {
  /** A `data:image/png` URL from the service. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
}

/** Dark on white in both themes, because phones read nothing else reliably. */
export function QrCode({ src, alt, caption }: QrCodeProps) {
  return (
    <figure className="qr">
      <img src={src} alt={alt} width="240" height="240" draggable={false} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
