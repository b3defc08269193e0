// Runs nginx with one worker, which answers every address with the same bytes and headers as the site: the limit of what is possible.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { findFreePort } from '@/cli/freePort'
import { requestAddress, type Answer } from './reader'

export const hasNginx = (): boolean => !spawnSync('nginx', ['-v']).error

/** Of one connection or of the file, which nginx says itself. */
const OWN = [
  'connection',
  'date',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'content-type',
  'server',
]

/** @param answer compressed with gzip, as `gzip_static` gives it */
export async function whileNginxServes<Result>(
  answer: Answer,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'backstory-nginx-'))
  const port = await findFreePort()
  mkdirSync(path.join(folder, 'site'))
  writeFileSync(path.join(folder, 'site/page.html'), gunzipSync(answer.body))
  writeFileSync(path.join(folder, 'site/page.html.gz'), answer.body)
  writeFileSync(path.join(folder, 'nginx.conf'), nginxConfiguration(folder, port, answer))
  // Its worker may run under another account.
  chmodSync(folder, 0o755)
  const nginx = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    detached: true,
    stdio: 'ignore',
  })
  const ended = once(nginx, 'exit')
  try {
    const url = `http://127.0.0.1:${port}/page.html`
    await waitForNginx(url)
    return await use(url)
  } finally {
    nginx.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}

const quoted = (value: string): string => `"${value.replace(/(["\\])/g, '\\$1')}"`

function nginxConfiguration(folder: string, port: number, { headers }: Answer): string {
  const added = Object.entries(headers)
    .filter(([name]) => !OWN.includes(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((each) => [name, each] as const))
    .map(([name, value]) => `add_header ${name} ${quoted(value)};`)
  return `
daemon off; worker_processes 1; pid ${folder}/pid;
events { worker_connections 1024; }
http {
  access_log off; server_tokens off; etag off; sendfile on; tcp_nopush on; tcp_nodelay on;
  open_file_cache max=10 inactive=60s; keepalive_requests 100000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  types { "text/html; charset=utf-8" html; }
  server {
    listen 127.0.0.1:${port}; root ${folder}/site; gzip_static on; if_modified_since off;
    ${added.join('\n    ')}
  }
}
`
}

const ATTEMPTS = 50

async function waitForNginx(url: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await requestAddress(url).catch(() => undefined)
    if (answer?.status === 200) return
    await sleep(100)
  }
  throw new Error('nginx did not start.')
}
