// Verifies Pact files with Pact's Rust core, one line of JSON in, one word out for each: "kept" or "broken".
// Input: {"modules": folder, "provider": name, "base": URL, "states": URL or "", "messages": URL or "", "file": path}.
'use strict';

const readline = require('node:readline');

async function verify(question) {
  const core = require(require.resolve('@pact-foundation/pact-core', { paths: [question.modules] })).default;
  const transports = [];
  if (question.messages) {
    const messages = new URL(question.messages);
    for (const protocol of ['message', 'sync-message']) {
      transports.push({ protocol, scheme: 'http', port: Number(messages.port), path: messages.pathname });
    }
  }
  try {
    await core.verifyPacts({
      provider: question.provider,
      providerBaseUrl: question.base,
      providerStatesSetupUrl: question.states || undefined,
      providerStatesSetupTeardown: true,
      providerStatesSetupBody: true,
      pactUrls: [question.file],
      transports,
      logLevel: 'error',
    });
    return 'kept';
  } catch (failure) {
    return 'broken';
  }
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(`verdict ${await verify(JSON.parse(line))}\n`);
  }
  process.exit(0);
})();
