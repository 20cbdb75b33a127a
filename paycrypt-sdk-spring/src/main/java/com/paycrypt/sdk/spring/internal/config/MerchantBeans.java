package com.paycrypt.sdk.spring.internal.config;

import com.paycrypt.sdk.spring.PayCryptConnectionDetails;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Registers a bean for each named merchant, which is injected by its name as the qualifier. */
public abstract class MerchantBeans implements ImportBeanDefinitionRegistrar {
    private final Environment environment;
    private final Class<?> type;
    private final String factory;
    private final String method;

    /**
     * Beans that another bean makes.
     *
     * @param environment the properties
     * @param type the type of the beans
     * @param factory the name of the bean that makes them
     * @param method its method, which takes the merchant's name
     */
    protected MerchantBeans(Environment environment, Class<?> type, String factory, String method) {
        this.environment = environment;
        this.type = type;
        this.factory = factory;
        this.method = method;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        List<String> names = Merchants.names(environment);
        boolean alone = names.size() == 1 && !hasShortForm((ListableBeanFactory) registry);
        names.forEach(
                name -> registry.registerBeanDefinition("payCrypt." + name + "." + method, definition(name, alone)));
    }

    private static boolean hasShortForm(ListableBeanFactory beans) {
        return beans.getBeanNamesForType(PayCryptConnectionDetails.class, true, false).length > 0;
    }

    /** Injected without a qualifier only where it is the only one: the merchant of the short form goes first. */
    private RootBeanDefinition definition(String name, boolean alone) {
        RootBeanDefinition definition = new RootBeanDefinition();
        definition.setTargetType(type);
        definition.setFactoryBeanName(factory);
        definition.setFactoryMethodName(method);
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, name);
        definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, name));
        definition.setDefaultCandidate(alone);
        return definition;
    }
}
