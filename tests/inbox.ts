import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../scripts/lib/ports.mjs';

/** A mail as it came in, and to whom the sender's server gave it. */
export type Received = Email & { recipients: string[]; raw: Buffer };

/** What the server answers to a recipient: nothing special, or an error with an SMTP code. */
type Mood = { code: number; message: string } | null;

type Options = {
  /** Told of each mail as it comes in, before it counts as taken. */
  onMail?: (raw: Buffer) => Promise<void> | void;
};

/** A real SMTP server of this process, which keeps what it takes. */
export class Inbox {
  readonly messages: Received[] = [];
  private server: SMTPServer | undefined;
  private mood: Mood = null;
  private slow = 0;

  private constructor(
    readonly port: number,
    private readonly options: Options,
  ) {}

  /** Opens an inbox on a free port of this machine. */
  static async open(options: Options = {}): Promise<Inbox> {
    const inbox = new Inbox(await freePort(), options);
    await inbox.start();
    return inbox;
  }

  /** The setting SMTP_URL that leads here. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Takes mail again, on the same port. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onRcptTo: (_address, _session, done) => done(this.refusal()),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.once('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          this.take(Buffer.concat(chunks), recipients).then(() => done(), done);
        });
      },
    });
    server.on('error', () => {}); // a sender that goes away in the middle
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
  }

  /** Is gone: every connection is refused. What came in stays. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    for (const connection of server.connections) connection.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Refuses recipients with this code from now on; null: takes them again. */
  refuse(code: number | null, message = 'Not here'): void {
    this.mood = code === null ? null : { code, message };
  }

  /** Takes its time over each mail from now on, in milliseconds. */
  dawdle(milliseconds: number): void {
    this.slow = milliseconds;
  }

  /** What came for an address, oldest first. */
  to(address: string): Received[] {
    return this.messages.filter(({ recipients }) => recipients.includes(address));
  }

  private refusal(): Error | null {
    if (!this.mood) return null;
    return Object.assign(new Error(this.mood.message), { responseCode: this.mood.code });
  }

  private async take(raw: Buffer, recipients: string[]): Promise<void> {
    if (this.slow > 0) await new Promise((resolve) => setTimeout(resolve, this.slow));
    await this.options.onMail?.(raw);
    const mail = await PostalMime.parse(raw);
    this.messages.push({ ...mail, recipients, raw });
  }
}
