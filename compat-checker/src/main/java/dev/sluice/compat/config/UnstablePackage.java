package dev.sluice.compat.config;

import dev.sluice.lint.rule.PackageVersion;

/** Packages whose last part says that they may still change: {@code foo.v1beta1}, {@code foo.v1p1alpha}. */
final class UnstablePackage {
    private UnstablePackage() {}

    static boolean matches(String packageName) {
        return PackageVersion.of(packageName)
                .map(version -> !version.isStable())
                .orElse(false);
    }
}
