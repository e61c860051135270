const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center;
    background: light-dark(#f7f7f8, #101113); color: light-dark(#17181a, #ececef) }
  main { max-width: 26rem; padding: 2rem }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem }
  a { color: inherit }`;

/** The page while the database is out of reach: no script, no data, 503 with Retry-After. */
export function unavailablePage(nonce: string): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Out of service · Gatehouse</title>
<style nonce="${nonce}">${STYLE}</style></head><body><main>
<h1>Gatehouse is out of service for a moment</h1>
<p>Its database cannot be reached. Nothing you saved is lost. It comes back by itself;
<a href="">try again</a> in a few seconds.</p></main></body></html>`;
  return new Response(html, {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': '5' },
  });
}
