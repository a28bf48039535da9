/**
 * Reports of policy scans, for servers, build servers, code review, terminals and people.
 *
 * <p>Start from {@link dev.supplychain.policy.report.ReportFormat}.
 *
 * <pre>{@code
 * PolicyScanReport report = evaluator.scan("release", Digest.sha256(jar), evidence);
 * ReportFormat.html().write(report, Path.of("build/policy-scan.html"));
 * ReportFormat.sarif().write(report, Path.of("build/policy-scan.sarif"));
 * System.out.print(ReportFormat.text().width(100).render(report));
 * }</pre>
 *
 * <p>The same report gives the same bytes: all times come from the scan. Names, paths and predicates are the text of
 * strangers: what could change the structure of a report is escaped, and what could not be seen (control characters,
 * marks that turn the direction of reading) is shown as its code point, such as <code>&#92;u202E</code>.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
package dev.supplychain.policy.report;
