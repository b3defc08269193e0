// The nginx of this machine with the configuration of deploy/, before servers of the tests, until it is told to stop.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findFreePort } from '../../src/cli/freePort'

const TEMPLATE = 'deploy/nginx.conf.template'

/** What the nginx image has around it. @param folder for everything that it writes */
const around = (folder: string, site: string): string => `
  daemon off;
  ${process.getuid?.() === 0 ? 'user root;' : ''}
  worker_processes 1;
  pid ${folder}/pid;
  error_log ${folder}/error.log warn;
  events { worker_connections 512; }
  http {
    ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
    include ${site};
  }`

async function serve([seconds = '0', ...instances]: string[]): Promise<void> {
  const folder = path.resolve(process.env.DATA_DIR ?? '', 'nginx')
  const port = await findFreePort()
  mkdirSync(folder, { recursive: true })
  const site = readFileSync(TEMPLATE, 'utf8')
    .replaceAll('${SHARED_CACHE_SECONDS}', seconds)
    .replace('/var/cache/nginx', folder)
    .replace('listen 80 ', `listen 127.0.0.1:${port} `)
    // Addresses need no name server.
    .replaceAll('app-1:3000 resolve', instances[0] ?? '')
    .replaceAll('app-2:3000 resolve', instances[1] ?? '')
  writeFileSync(`${folder}/site.conf`, site)
  writeFileSync(`${folder}/nginx.conf`, around(folder, `${folder}/site.conf`))
  const nginx = spawn('nginx', ['-e', `${folder}/error.log`, '-c', `${folder}/nginx.conf`], {
    stdio: 'inherit',
  })
  nginx.on('exit', (code) => process.exit(code ?? 1))
  process.once('SIGTERM', () => nginx.kill('SIGTERM'))
  await answering(`http://127.0.0.1:${port}/`)
  console.log(`nginx: http://127.0.0.1:${port}`)
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

serve(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
