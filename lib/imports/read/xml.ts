import { TextDecoder } from 'node:util';
import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';

export type Attributes = Record<string, string>;

/** What is made of a part of a workbook while it passes; names come without their prefix. */
export type Handlers = {
  open: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads XML as a stream; after each piece it yields its size, and others have their turn. */
export async function* xmlPieces(stream: Readable, handlers: Handlers): AsyncGenerator<number> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({
    xmlns: false,
    position: false,
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  parser.on('opentag', ({ name, attributes }) => handlers.open(local(name), attributes));
  parser.on('closetag', ({ name }) => handlers.close?.(local(name)));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  for await (const piece of stream as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield piece.length;
  }
  parser.close();
}

/** Reads a whole part. */
export async function readXml(stream: Readable, handlers: Handlers): Promise<void> {
  const pieces = xmlPieces(stream, handlers);
  while (!(await pieces.next()).done);
}
