package hongli.web.mall.order;

import hongli.mall.Mall;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints about baskets, orders and coupons.
@Configuration(proxyBeanMethods = false)
public class BuyingWiring {
    @Bean
    BasketApi basketApi(Callers callers, Mall mall) {
        return new BasketApi(callers, mall.buying().baskets(), mall.buying().quotes());
    }

    @Bean
    OrderApi orderApi(Callers callers, Mall mall) {
        return new OrderApi(callers, mall.buying(), mall.tables());
    }

    @Bean
    StaffOrderApi staffOrderApi(Callers callers, Mall mall) {
        return new StaffOrderApi(callers, mall.buying());
    }

    @Bean
    CouponApi couponApi(Callers callers, Mall mall) {
        return new CouponApi(callers, mall.buying().coupons());
    }

    @Bean
    CouponKindApi couponKindApi(Callers callers, Mall mall) {
        return new CouponKindApi(callers, mall.buying().couponKinds());
    }

    @Bean
    CouponFileApi couponFileApi(Callers callers, Mall mall) {
        return new CouponFileApi(callers, mall.buying().couponKinds());
    }
}
