/** An answer that says no, or the lack of an answer: what happened and what to do, ready to be shown. */
export class Problem extends Error {
  constructor(
    readonly slug: string,
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly next: string,
    readonly errors: { field: string; detail: string }[],
    readonly request: string,
    readonly body: Record<string, unknown>,
  ) {
    super(detail || title);
  }

  static offline(): Problem {
    return new Problem('offline', 0, '', '', '', [], '', {});
  }

  static of(value: unknown): Problem {
    if (value instanceof Problem) return value;
    const text = value instanceof Error ? value.message : String(value);
    return new Problem('console', 0, text, '', '', [], '', {});
  }

  static async from(response: Response): Promise<Problem> {
    let body: Record<string, unknown> = {};
    try {
      body = (await response.json()) as Record<string, unknown>;
    } catch {
      body = {};
    }
    const slug = String(body['type'] ?? '').replace('urn:vaksam:problem:', '');
    return new Problem(
      slug || `http-${response.status}`,
      response.status,
      String(body['title'] ?? ''),
      String(body['detail'] ?? ''),
      String(body['next'] ?? ''),
      Array.isArray(body['errors']) ? (body['errors'] as { field: string; detail: string }[]) : [],
      response.headers.get('X-Request-Id') ?? '',
      { ...body, retryAfter: Number(response.headers.get('Retry-After') ?? 0) },
    );
  }
}
