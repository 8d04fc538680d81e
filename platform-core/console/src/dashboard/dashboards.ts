import { call, get, post, put, remove } from '../api/client';
import type { Dashboard, DashboardContent, Dashboards } from '../api/types/dashboard';
import { Store } from '../kit/store';
import { contentOf } from './layout';

/** The dashboards of this person; null until they were asked for. */
export const dashboards = new Store<Dashboards | null>(null);

export async function loadDashboards(): Promise<Dashboards> {
  const all = await get<Dashboards>('dashboards');
  dashboards.set(all);
  return all;
}

/** Keeps a dashboard: a new one, or the next version of the one there is. */
export async function keepDashboard(content: DashboardContent, before?: Dashboard | null): Promise<Dashboard> {
  const body = contentOf(content);
  const kept = before
    ? (
        await call<Dashboard>(`dashboards/${before.id}`, {
          method: 'PUT',
          body,
          headers: { 'If-Match': `"${before.version}"` },
        })
      ).body
    : await post<Dashboard>('dashboards', body);
  await loadDashboards();
  return kept;
}

export async function dropDashboard({ id, version }: Dashboard): Promise<void> {
  await remove(`dashboards/${id}`, `"${version}"`);
  await loadDashboards();
}

/** Makes a dashboard the first page of this person; null for none of their own choice. */
export async function chooseHome(id: string | null): Promise<void> {
  await put('dashboards/home', { id });
  await loadDashboards();
}
