/** The buildx plugin where the machine's Docker has none, as on Debian 12: that of Debian 13, or else built from source. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache, goTool } from './install.ts'
import { find, run } from './run.ts'

const release = 'trixie'
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

export async function buildxProgram(): Promise<string> {
  const folder = join(cache, `buildx-${release}`)
  const program = join(folder, 'usr/libexec/docker/cli-plugins/docker-buildx')
  if (existsSync(program)) return program
  return (await unpacked(folder)) ? program : goTool('buildx')
}

/** Takes the package from the mirror that this machine uses, without adding a source to it or installing anything. */
async function unpacked(folder: string): Promise<boolean> {
  if (find('apt-get') === undefined || find('dpkg-deb') === undefined || !existsSync(keyring)) return false
  const sites = await run('apt-get', ['indextargets', '--format', '$(SITE)'])
  const mirror = sites.output
    .split('\n')
    .find((site) => site.trim().endsWith('/debian') || site.trim().endsWith('/debian/'))
  if (mirror === undefined) return false
  rmSync(folder, { recursive: true, force: true })
  for (const part of ['state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(folder, part), { recursive: true })
  const list = join(folder, 'sources.list')
  writeFileSync(list, `deb [signed-by=${keyring}] ${mirror.trim()} ${release} main\n`)
  const options = [
    `Dir::Etc::sourcelist=${list}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State=${join(folder, 'state')}`,
    `Dir::Cache=${join(folder, 'cache')}`,
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option])
  const updated = await run('apt-get', [...options, 'update', '-qq'])
  const loaded = await run('apt-get', [...options, 'download', '-qq', 'docker-buildx'], { cwd: folder })
  const file = readdirSync(folder).find((name) => name.endsWith('.deb'))
  if (file === undefined) {
    console.log(
      `The package docker-buildx of Debian cannot be had: ${(updated.output + loaded.output).trim().slice(-300)}`,
    )
    return false
  }
  return (await run('dpkg-deb', ['--extract', join(folder, file), folder])).code === 0
}
