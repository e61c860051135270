// A mail has no stylesheet that counts everywhere: what is light is inline, dark comes as classes
// to the clients that ask for it. The colours are those of app/globals.css.

const font =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export const style = {
  body: { backgroundColor: '#f9fafb', color: '#17191f', fontFamily: font, margin: 0 },
  page: { maxWidth: '520px', padding: '32px 16px' },
  product: { fontSize: '16px', fontWeight: 600, margin: '0 0 16px', textAlign: 'center' },
  card: {
    backgroundColor: '#ffffff',
    border: '1px solid #e4e5e8',
    borderCollapse: 'separate',
    borderRadius: '12px',
    padding: '28px 28px 24px',
  },
  heading: { fontSize: '20px', fontWeight: 600, lineHeight: '28px', margin: '0 0 16px' },
  text: { fontSize: '15px', lineHeight: '23px', margin: '0 0 14px', overflowWrap: 'anywhere' },
  button: {
    backgroundColor: '#3451c6',
    borderRadius: '6px',
    color: '#ffffff',
    fontSize: '15px',
    fontWeight: 600,
    padding: '11px 20px',
  },
  address: {
    color: '#50545c',
    fontSize: '13px',
    lineHeight: '20px',
    margin: '14px 0 18px',
    wordBreak: 'break-all',
  },
  link: { color: '#3451c6', textDecoration: 'underline' },
  rule: { borderColor: '#e4e5e8', margin: '20px 0 16px' },
  quiet: { color: '#50545c', fontSize: '13px', lineHeight: '20px', margin: '0 0 8px' },
  foot: {
    color: '#676a72',
    fontSize: '12px',
    lineHeight: '18px',
    margin: '16px 0 0',
    textAlign: 'center',
  },
} as const;

export const DARK = `
@media (prefers-color-scheme: dark) {
  .canvas, .canvas td { background-color: #0e0f11 !important; color: #ebedef !important; }
  .card, .card td { background-color: #141618 !important; border-radius: 12px; }
  .card { border-color: #26282c !important; }
  .quiet, .card td .quiet { color: #a9acb3 !important; }
  .link { color: #9cb1ff !important; }
  .button { background-color: #4464d7 !important; color: #ffffff !important; }
  .rule { border-color: #26282c !important; }
}`;
