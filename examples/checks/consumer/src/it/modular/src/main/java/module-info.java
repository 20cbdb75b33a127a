/** A shop on the module path: the SDK is all that it names. */
module shop {
    requires com.paycrypt.sdk;
}
