import { Notice } from '@/components/ui/notice';
import { DELIMITER_LABELS, ENCODING_LABELS } from '@/lib/imports/labels';
import type { ImportDetails } from '@/lib/imports/queries';

const rows = (numbers: number[]) =>
  `${numbers.length === 1 ? 'Row' : 'Rows'} ${numbers.join(', ')}`;

/** How the file was read, in sentences; what was guessed or left out stands first. */
function sentences({ source, size, headers }: ImportDetails): string[] {
  const { encoding, delimiter, isGuess, sheet, above, hidden, headerRow } = source;
  return [
    isGuess && encoding
      ? `The encoding was guessed as ${ENCODING_LABELS[encoding]}. If letters below look wrong, upload the file again with another one.`
      : '',
    above.length > 0
      ? `${rows(above)} above the headers ${above.length === 1 ? 'is' : 'are'} left out.`
      : '',
    hidden > 0 ? `${hidden.toLocaleString('en')} hidden rows are taken like all others.` : '',
    `${size.toLocaleString('en')} rows and ${headers.length} columns; the headers are in row ${headerRow}.`,
    sheet ? `Sheet “${sheet}”.` : '',
    encoding && delimiter
      ? `${isGuess ? '' : `${ENCODING_LABELS[encoding]}. `}Delimiter: ${DELIMITER_LABELS[delimiter].toLowerCase()}.`
      : '',
  ].filter(Boolean);
}

/** Says how the file was read, as a warning where something was guessed or left out. */
export function HowRead({ it }: { it: ImportDetails }) {
  const { isGuess = false, above, hidden } = it.source;
  const unsure = isGuess || above.length > 0 || hidden > 0;
  return (
    <Notice tone={unsure ? 'warning' : 'info'} title="How the file was read">
      {sentences(it).join(' ')}
    </Notice>
  );
}
