/** A shop in a servlet container, on the module path; the servlet parts are named in their jar's manifest. */
module shop {
    requires com.paycrypt.sdk;
    requires com.paycrypt.sdk.servlet;
    requires jakarta.servlet;
}
