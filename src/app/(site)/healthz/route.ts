// Answers /healthz while this process is alive. It asks no other service, so it answers while the database is away.
export const dynamic = 'force-dynamic'

export const GET = () =>
  new Response('ok\n', {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
