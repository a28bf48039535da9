/** JSON and purls beside Google's client, protobuf, cyclonedx-core-java, packageurl-java and bare tokens. */
package dev.supplychain.bench.json;
