import { ChartSvg } from '@/app/admin/organisation/[companyId]/chart/chart-svg';
import { parse } from '@/lib/auth/parse';
import { adminRoute } from '@/lib/auth/route';
import { companyReference } from '@/lib/organisation/schema';
import { organisationChart } from '@/lib/organisation/structure/chart';

// Nothing in it runs, whatever somebody is named (security 43).
const HEADERS = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-disposition': 'attachment; filename="organisation-chart.svg"',
  'content-security-policy': "default-src 'none'",
  'x-content-type-options': 'nosniff',
};

/** The organisation chart of a company as a picture of its own. */
export const GET = adminRoute('companies.read', async (actor, _request, { params }) => {
  const { companyId } = parse(companyReference, await params);
  const chart = await organisationChart(actor, companyId);
  // Loaded here alone: Next lets no page bring it.
  const { renderToStaticMarkup } = await import('react-dom/server');
  return new Response(renderToStaticMarkup(<ChartSvg chart={chart} standalone />), {
    headers: HEADERS,
  });
});
