// nginx before two servers of a test. Where there is none, the tests that want it are skipped, and say so.
import { spawnSync } from 'node:child_process'
import { freshDataFolder, keep, script } from './keep'

export const HAS_NGINX = spawnSync('nginx', ['-v'], { stdio: 'ignore' }).status === 0
if (!HAS_NGINX)
  console.warn('There is no nginx on this machine: what stands behind it is not tried.')

/** @param seconds what SHARED_CACHE_SECONDS says; @param instances where two instances answer */
export async function startNginx(
  seconds: number,
  instances: [string, string],
): Promise<{ url: string; stop(): Promise<void> }> {
  const hosts = instances.map((url) => new URL(url).host)
  const { ready, stop } = await keep({
    name: 'nginx',
    args: [...script('tests/setup/serveNginx.ts'), String(seconds), ...hosts],
    dataDir: freshDataFolder(),
    readyLine: /^nginx: (\S+)/,
  })
  return { url: ready, stop }
}
