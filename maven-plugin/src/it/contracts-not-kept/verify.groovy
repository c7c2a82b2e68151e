def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.size() == 7
def screen = { run -> run.readLines().findAll { it.startsWith('[ERROR]') }.size() }

assert runs[0].contains('[ERROR] rule 1.1 ')
assert runs[0].contains('the contracts are not kept: ')
assert runs[0].contains("${basedir}/target/sluice-contracts".toString())
assert screen(runs[0]) <= 40
assert new File(basedir, 'target/sluice-contracts/rules.html').text.contains('does not conform')

assert runs[1].contains('(<command>, <address>, <readySeconds>)')
assert runs[2].contains('add dev.sluice:sluice-contract-pact, in the version of this plugin, to the <dependencies> of the plugin')
assert runs[3].contains('"https://127.0.0.1/api" is no http URL; write http://HOST:PORT')
assert runs[4].contains('"1.99" names no rule; there are [1.1, ')
assert runs[5].contains('there is nothing to verify: set <command> or <url> for a provider, or <client>')
assert runs[6].contains('[INFO] skipped')
runs.each { assert !it.contains('Caused by') }
return true
