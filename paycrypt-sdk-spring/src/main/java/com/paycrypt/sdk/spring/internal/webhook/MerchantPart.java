package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.MerchantSettings;
import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds the beans of one merchant: those of the short form by their types, all others by their names.
 *
 * @param beans the application's beans
 * @param merchant the merchant's name
 */
public record MerchantPart(ListableBeanFactory beans, String merchant) {
    /**
     * Tells whether the merchant is that of the short form.
     *
     * @return true if it is
     */
    public boolean isOfShortForm() {
        return merchant.equals(MerchantSettings.SHORT_FORM);
    }

    /**
     * Finds a bean.
     *
     * @param type its type
     * @param method what makes it for named merchants
     * @return the bean, or null
     */
    public <T> @Nullable T find(Class<T> type, String method) {
        if (isOfShortForm()) {
            return beans.getBeanProvider(type).getIfUnique();
        }
        String name = "payCrypt." + merchant + "." + method;
        return beans.containsBean(name) ? beans.getBean(name, type) : null;
    }

    /**
     * Finds a bean that must be there.
     *
     * @param type its type
     * @param method what makes it for named merchants
     * @return the bean
     */
    public <T> T get(Class<T> type, String method) {
        T bean = find(type, method);
        if (bean == null) {
            throw new PayCryptConfigurationException(
                    "There is more than one " + type.getSimpleName() + ": "
                            + String.join(", ", beans.getBeanNamesForType(type)) + ".",
                    "Give each merchant its properties, paycrypt.merchants.<name>.*, in place of beans, or mark the one"
                            + " bean that is meant as @Primary.");
        }
        return bean;
    }
}
