import type { Message } from './message/render';

/** A mail on its way to its one recipient. `id` stays the same however often it is tried. */
export type Letter = Message & { id: string; to: string; from: string; link?: string };

/** Hands letters to a mail server. `deliver` throws a DeliveryError, and stops at the signal. */
export type Transport = {
  deliver: (letter: Letter, signal: AbortSignal) => Promise<void>;
  close: () => void;
};

/** What may come of trying again: nothing ever, or something once the server is back, or later. */
type Prospect = 'never' | 'unreachable' | 'later';

/** A letter was not taken. */
export class DeliveryError extends Error {
  constructor(
    readonly prospect: Prospect,
    message: string,
  ) {
    super(message);
  }
}
