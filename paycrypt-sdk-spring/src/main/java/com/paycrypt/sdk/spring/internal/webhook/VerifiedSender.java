package com.paycrypt.sdk.spring.internal.webhook;

import java.util.Collections;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Transient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * PayCrypt as Spring Security sees it: authenticated by the signature of its delivery, for this one request, with the
 * authority {@code PAYCRYPT_WEBHOOK} and no other.
 *
 * <p>Transient, because some set-ups save whom they see into a session, whose cookie would then open what a delivery
 * must not.
 */
@Transient
public final class VerifiedSender extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private VerifiedSender() {
        super(Collections.singletonList(new SimpleGrantedAuthority("PAYCRYPT_WEBHOOK")));
    }

    public static SecurityContext context() {
        VerifiedSender sender = new VerifiedSender();
        sender.setAuthenticated(true);
        return new SecurityContextImpl(sender);
    }

    @Override
    public Object getPrincipal() {
        return "paycrypt";
    }

    /** The signature has done its work: it is kept nowhere. */
    @Override
    public Object getCredentials() {
        return "";
    }
}
