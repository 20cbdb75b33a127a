package shop

import com.paycrypt.sdk.PayCryptClient
import com.paycrypt.sdk.auth.Credentials
import com.paycrypt.sdk.session.PaymentSessionRequest

/** Creates one session; base URL, key and secret are the arguments. Nothing that the SDK returns needs `!!` or `?.` here. */
fun main(args: Array<String>) {
    val request = PaymentSessionRequest.builder()
        .orderId("ORD-1")
        .amount("49.00", "USD")
        .successUrl("https://merchant.tld/success")
        .cancelUrl("https://merchant.tld/cancel")
        .build()
    PayCryptClient.builder(args[0], Credentials.of(args[1], args[2])).build().use { payCrypt ->
        val session = payCrypt.paymentSessions().create(request)
        val id: String = session.id()
        println("$id ${session.checkoutUrl()}")
    }
}
