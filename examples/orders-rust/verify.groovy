def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Pact interactions: 2, 2 kept')
assert log =~ /rules played to http:\/\/127.0.0.1:\d+: \d+, \d+ PASS/
def reports = new File(basedir, 'target/sluice-contracts')
assert reports.list().sort() == ['TEST-pacts.xml', 'TEST-rules.xml', 'pacts.html', 'pacts.txt', 'rules.html', 'rules.txt']
assert new File(reports, 'rules.txt').text.contains('PASS         required_1_1_boundedAdmission')
return true
