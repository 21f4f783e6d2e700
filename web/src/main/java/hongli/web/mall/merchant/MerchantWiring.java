package hongli.web.mall.merchant;

import hongli.mall.Mall;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints about merchants.
@Configuration(proxyBeanMethods = false)
public class MerchantWiring {
    @Bean
    ApplicationApi applicationApi(Callers callers, Mall mall) {
        return new ApplicationApi(callers, mall.assortment().merchants());
    }

    @Bean
    MerchantApi merchantApi(Callers callers, Mall mall) {
        return new MerchantApi(callers, mall.assortment().merchants());
    }

    @Bean
    OpeningApi openingApi(Callers callers, Mall mall) {
        return new OpeningApi(callers, mall);
    }

    @Bean
    ModeApi modeApi(Callers callers, Mall mall) {
        return new ModeApi(callers, mall.assortment().mode());
    }

    @Bean
    FreightApi freightApi(Callers callers, Mall mall) {
        return new FreightApi(callers, mall.assortment().freights());
    }

    @Bean
    StatisticsApi statisticsApi(Callers callers, Mall mall) {
        return new StatisticsApi(callers, mall.assortment().statistics());
    }

    @Bean
    FreightFileApi freightFileApi(Callers callers, Mall mall) {
        return new FreightFileApi(callers, mall.assortment().freights());
    }
}
