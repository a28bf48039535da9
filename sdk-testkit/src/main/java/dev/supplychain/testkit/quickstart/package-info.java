/**
 * The main job of the SDK, on real input; run {@link dev.supplychain.testkit.quickstart.Quickstart} by {@code mvn -q -ntp
 * -Pquickstart package}.
 */
package dev.supplychain.testkit.quickstart;
