/** The provider's side: Pact files from a folder or a broker, verified interaction by interaction against a running provider. */
@NullMarked
package dev.sluice.contract.pact.verify;

import org.jspecify.annotations.NullMarked;
