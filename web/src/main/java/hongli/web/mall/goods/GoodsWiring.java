package hongli.web.mall.goods;

import hongli.mall.Mall;
import hongli.web.mall.Callers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The endpoints about goods.
@Configuration(proxyBeanMethods = false)
public class GoodsWiring {
    @Bean
    ShowcaseApi showcaseApi(Callers callers, Mall mall) {
        return new ShowcaseApi(callers, mall.assortment());
    }

    @Bean
    DraftApi draftApi(Callers callers, Mall mall) {
        return new DraftApi(callers, mall.assortment());
    }

    @Bean
    StockApi stockApi(Callers callers, Mall mall) {
        return new StockApi(callers, mall.assortment().stock());
    }

    @Bean
    PictureApi pictureApi(Callers callers, Mall mall) {
        return new PictureApi(callers, mall.assortment().pictures());
    }

    @Bean
    ReviewApi reviewApi(Callers callers, Mall mall) {
        return new ReviewApi(callers, mall.assortment().reviews());
    }

    @Bean
    GoodsFileApi goodsFileApi(Callers callers, Mall mall) {
        return new GoodsFileApi(callers, mall.assortment().files());
    }

    @Bean
    ApprovalApi approvalApi(Callers callers, Mall mall) {
        return new ApprovalApi(callers, mall.assortment());
    }

    @Bean
    CategoryApi categoryApi(Callers callers, Mall mall) {
        return new CategoryApi(callers, mall.assortment());
    }
}
