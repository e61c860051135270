import { CopyButton } from '@/components/ui/copy-button';
import { QrCode } from './qr-code';
import { StepHeading } from './step-heading';

type AppKeyProps = {
  /** In base32, as it is typed by hand. */
  secret: string;
  uri: string;
};

/** What an authenticator app is told: a code to scan, a link for this device, a key by hand. */
export function AppKey({ secret, uri }: AppKeyProps) {
  return (
    <div className="grid gap-3">
      <StepHeading>Scan this with your authenticator app</StepHeading>
      <QrCode text={uri} label="QR code with the key for your authenticator app" />
      <p className="text-sm text-muted">
        Is the app on this device?{' '}
        <a href={uri} className="text-accent underline underline-offset-2">
          Open it there
        </a>
        , or type the key by hand:
      </p>
      <div className="flex items-start justify-between gap-2 rounded-md border bg-canvas py-1.5 pr-1.5 pl-3">
        <code className="py-1 font-mono text-sm">{secret.match(/.{1,4}/g)?.join(' ')}</code>
        <CopyButton value={secret} label="Copy key" />
      </div>
    </div>
  );
}
