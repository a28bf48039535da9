/** The error and extension messages that Google's and Endor's services share; start from {@link Status}. */
package dev.supplychain.model.rpc;
