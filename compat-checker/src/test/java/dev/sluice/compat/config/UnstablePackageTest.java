package dev.sluice.compat.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Buf 1.75.0 ignored with {@code ignore_unstable_packages}, and what it did not. */
class UnstablePackageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo.v1alpha1", "foo.v1beta", "foo.v1alpha", "foo.v1p1beta2", "foo.v1p1alpha", "foo.v1test",
                "foo.v1testfoo", "foo.v1test1", "foo.v10beta11", "foo.v01beta1", "foo.v1test_x", "foo.v1beta01",
                "foo.v1p01beta1", "foo.v01test", "foo.v2147483647alpha", "a.b.v1alpha"
            })
    void theseMayChange(String name) {
        assertThat(UnstablePackage.matches(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1beta1",
                "foo.v1",
                "foo.v1p1",
                "foo.v0beta1",
                "foo.v1beta0",
                "foo.v1p0beta1",
                "foo.V1beta1",
                "foo.v1beta1.bar",
                "foo.v1beta1x",
                "foo.v1pbeta1",
                "foo.v99999999999999999999beta1",
                "foo.v1Test",
                "foo.v0",
                "foo.v0test",
                "foo.v1p1test",
                "foo.v1p1testx",
                "foo.vtest",
                "foo.v1p1alpha0",
                "foo.v0alpha",
                "foo.v0p1alpha",
                "foo.v1p1p1alpha",
                "foo.v1alpha1beta1",
                "foo.v2147483648alpha",
                "foo.v1beta99999999999999999999"
            })
    void theseMayNot(String name) {
        assertThat(UnstablePackage.matches(name)).isFalse();
    }
}
