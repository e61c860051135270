import { Download, Network } from 'lucide-react';
import type { Metadata } from 'next';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { adminPage } from '@/lib/auth/page';
import { parse } from '@/lib/auth/parse';
import { companyReference } from '@/lib/organisation/schema';
import { organisationChart } from '@/lib/organisation/structure/chart';
import { CompanyHeader } from '../../company-header';
import { ChartSvg } from './chart-svg';

export const metadata: Metadata = { title: 'Organisation chart' };

export default adminPage('companies.read', async (actor, { params }) => {
  const { companyId } = parse(companyReference, await params);
  const chart = await organisationChart(actor, companyId);
  return (
    <>
      <CompanyHeader
        actor={actor}
        company={chart}
        tab="chart"
        actions={
          <a href={`/api/organisation/${companyId}/chart`} download className={buttonStyle()}>
            <Download aria-hidden /> Download SVG
          </a>
        }
      />
      {chart.more > 0 ? (
        <Notice className="mb-4">
          {chart.more.toLocaleString('en')} more departments and positions are not in the picture.
        </Notice>
      ) : null}
      {chart.children.length > 0 ? (
        <div
          role="region"
          aria-label="Organisation chart"
          tabIndex={0}
          data-print="flow"
          className="overflow-auto rounded-lg border bg-surface focus-visible:outline-offset-0 md:max-h-[calc(100dvh-12rem)]"
        >
          <ChartSvg chart={chart} />
        </div>
      ) : (
        <EmptyState
          icon={<Network aria-hidden />}
          title="Nothing to draw yet"
          text="Add departments under Structure, and positions in them; the chart shows how many people are in each."
        />
      )}
    </>
  );
});
