/** Leads on, from a route: nothing on the way keeps the answer. @param address ours as a path, or another site's in full */
export function seeOther(address: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: address, 'Cache-Control': 'no-store' },
  });
}
