import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const STEP_MS = 30_000;
/** How long a code must remain valid: a busy machine needs time to send it. */
const MARGIN_MS = 30_000;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app (RFC 6238) that shares no code with the service. */
export class AuthenticatorApp {
  readonly uri: URL;
  readonly #key: Buffer;
  #lastStep = 0;

  constructor(otpauthUri: string) {
    this.uri = new URL(otpauthUri);
    this.#key = fromBase32(this.uri.searchParams.get('secret') ?? '');
  }

  /** A valid code that was not returned before, from the previous, the current or the next step. */
  async freshCode(): Promise<string> {
    const earliest = Math.floor((Date.now() + MARGIN_MS) / STEP_MS) - 1;
    const step = Math.max(this.#lastStep + 1, earliest);
    const validFrom = (step - 1) * STEP_MS + 500;
    if (validFrom > Date.now()) await sleep(validFrom - Date.now());
    this.#lastStep = step;
    return this.#codeOf(step);
  }

  /** A code that is not valid in the next few minutes. */
  wrongCode(): string {
    const now = Math.floor(Date.now() / STEP_MS);
    const valid = Array.from({ length: 12 }, (_, index) => this.#codeOf(now - 3 + index));
    return (
      ['000000', '111111', '222222', '333333'].find((code) => !valid.includes(code)) ?? '444444'
    );
  }

  #codeOf(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.#key).update(counter).digest();
    const offset = hash.readUInt8(hash.length - 1) & 15;
    return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}

function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
