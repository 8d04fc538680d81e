import { html, nothing } from 'lit';
import type { Plan } from '../api/types/modules';
import { t } from '../i18n/i18n';
import { icon } from '../kit/icon';

const KEYWORDS =
  /\b(create|alter|drop|table|index|unique|add|column|on|not|null|default|primary|key|insert|into|update|set|select|from|where|values|constraint|references|varchar|char|boolean|timestamp|integer|bigint|decimal)\b/gi;

function coloured(statement: string): unknown {
  const parts: unknown[] = [];
  let at = 0;
  for (const match of statement.matchAll(KEYWORDS)) {
    parts.push(statement.slice(at, match.index), html`<span class="k">${match[0]}</span>`);
    at = match.index + match[0].length;
  }
  return [...parts, statement.slice(at)];
}

/** The statements as they were run and taken back, for those who want to see them. */
export function sqlTable(sql: Plan['sql']): unknown {
  if (sql.length === 0) return nothing;
  return html`<details class="fold">
    <summary>
      ${icon('chevron-right', 'i-s turn')}<b class="b">${t('plan.sql')}</b> ${t('plan.sql.count', { n: sql.length })}
    </summary>
    <div class="sql-box">
      <table class="grid sql">
        <thead>
          <tr>
            <th scope="col">${t('plan.sql')}</th>
            <th scope="col" class="n">${t('plan.measured')}</th>
          </tr>
        </thead>
        <tbody>
          ${sql.map(
            ({ script, sql: statement, millis, rows }) =>
              html`<tr>
                <td title=${script}>${coloured(statement)}</td>
                <td class="num">
                  ${rows > 0 ? t('plan.sql.rows', { millis, rows }) : t('plan.sql.value', { millis })}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
