// SPDX-License-Identifier: GPL-3.0-or-later
// The rate of large matrix products, which no training step can exceed: bench_limits [THREADS [bfloat16]]. Prints one JSON object:
// the best rate of each library in GFLOP/s (a multiplication and an addition count as two).
#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#ifdef CONVSCOPE_HAS_DNNL
#include <oneapi/dnnl/dnnl.h>
#endif

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <string_view>

namespace {

constexpr int kSide = 1024;
constexpr double kFlops = 2.0 * kSide * kSide * kSide;
constexpr int kLeastTimes = 10;
constexpr qint64 kLeastMilliseconds = 400;

/// The best of many, after one to warm up: whatever else the machine does can only make a product slower.
double bestRate(const std::function<void()> &product)
{
    product();
    qint64 best = std::numeric_limits<qint64>::max();
    QElapsedTimer whole;
    whole.start();
    for (int i = 0; i < kLeastTimes || whole.elapsed() < kLeastMilliseconds; ++i) {
        QElapsedTimer clock;
        clock.start();
        product();
        best = std::min(best, clock.nsecsElapsed());
    }
    return kFlops / double(best);
}

double torchRate(at::ScalarType type)
{
    const at::Tensor a = at::rand({kSide, kSide}).to(type);
    const at::Tensor b = at::rand({kSide, kSide}).to(type);
    at::Tensor c = at::empty({kSide, kSide}, type);
    return bestRate([&] { at::mm_out(c, a, b); });
}

#ifdef CONVSCOPE_HAS_DNNL
double dnnlRate()
{
    const at::Tensor a = at::rand({kSide, kSide});
    const at::Tensor b = at::rand({kSide, kSide});
    at::Tensor c = at::empty({kSide, kSide});
    return bestRate([&] {
        dnnl_sgemm('N', 'N', kSide, kSide, kSide, 1.0f, a.data_ptr<float>(), kSide, b.data_ptr<float>(), kSide, 0.0f,
                   c.data_ptr<float>(), kSide);
    });
}
#endif

} // namespace

int main(int argc, char **argv)
{
    const int threads = argc > 1 ? std::atoi(argv[1]) : 2;
    const bool bfloat16 = argc > 2 && std::string_view(argv[2]) == "bfloat16";
    at::set_num_threads(threads);
    QJsonObject result{{QStringLiteral("threads"), threads},
                       {QStringLiteral("libtorch_float32_gflops"), torchRate(at::kFloat)}};
#ifdef CONVSCOPE_HAS_DNNL
    result.insert(QStringLiteral("onednn_float32_gflops"), dnnlRate());
#endif
    if (bfloat16) {
        result.insert(QStringLiteral("libtorch_bfloat16_gflops"), torchRate(at::kBFloat16));
    }
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
