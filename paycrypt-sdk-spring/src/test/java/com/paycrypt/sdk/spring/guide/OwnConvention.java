package com.paycrypt.sdk.spring.guide;

// region convention
import com.paycrypt.sdk.spring.observation.CallObservationContext;
import com.paycrypt.sdk.spring.observation.CallObservationConvention;
import io.micrometer.common.KeyValues;
import org.springframework.stereotype.Component;

@Component
class OwnConvention implements CallObservationConvention {
    @Override
    public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        return CallObservationConvention.super
                .getLowCardinalityKeyValues(context)
                .and("shop", "berlin");
    }
}
// endregion
