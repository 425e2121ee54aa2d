// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svgchart.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace convscope {

namespace {

constexpr double width = 490;
constexpr double height = 300;
constexpr double left = 62;
constexpr double right = 150; // room for the names at the lines' ends, in Spanish, too
constexpr double top = 34;
constexpr double bottom = 46;
constexpr double labelHeight = 15;

struct Range
{
    double lowest = std::numeric_limits<double>::infinity();
    double highest = -std::numeric_limits<double>::infinity();

    void add(const std::vector<double> &values)
    {
        for (const double value : values) {
            if (std::isfinite(value)) {
                lowest = std::min(lowest, value);
                highest = std::max(highest, value);
            }
        }
    }
};

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

class Drawing
{
public:
    explicit Drawing(const SvgChart &chart)
        : m_chart(chart)
    {
        for (const ChartLine &line : chart.lines) {
            m_length = std::max(m_length, line.values.size());
            m_range.add(line.values);
            m_range.add(line.lowest);
            m_range.add(line.highest);
        }
        if (!(m_range.lowest < m_range.highest)) {
            const double middle = std::isfinite(m_range.lowest) ? m_range.lowest : 0.5;
            m_range = {middle - 0.5, middle + 0.5};
        }
    }

    QByteArray svg()
    {
        begin();
        drawGrid();
        for (const ChartLine &line : m_chart.lines) {
            drawBand(line);
        }
        for (const ChartLine &line : m_chart.lines) {
            drawLine(line);
            drawPoints(line);
        }
        drawNames();
        return (m_svg + QStringLiteral("</svg>\n")).toUtf8();
    }

private:
    double x(double epoch) const { return left + (m_length > 1 ? (epoch - 1) / double(m_length - 1) : 0.5) * (width - left - right); }
    double y(double value) const { return height - bottom - (value - m_range.lowest) / (m_range.highest - m_range.lowest) * (height - top - bottom); }

    void text(double atX, double atY, const QString &content, const QString &more)
    {
        m_svg += QStringLiteral("<text x=\"%1\" y=\"%2\" %3>%4</text>\n").arg(number(atX), number(atY), more, content.toHtmlEscaped());
    }

    void stroke(double x1, double y1, double x2, double y2)
    {
        m_svg += QStringLiteral("<line x1=\"%1\" y1=\"%2\" x2=\"%3\" y2=\"%4\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/>\n")
                     .arg(number(x1), number(y1), number(x2), number(y2));
    }

    void begin()
    {
        m_svg = QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\" role=\"img\" "
                               "font-family=\"sans-serif\" font-size=\"12\" fill=\"currentColor\">\n<title>%3</title>\n")
                    .arg(width).arg(height).arg(m_chart.title.toHtmlEscaped());
        text(left, 18, m_chart.title, QStringLiteral("font-weight=\"bold\""));
    }

    void drawGrid()
    {
        const QLocale locale;
        const double factor = m_chart.isPercent ? 100.0 : 1.0;
        for (const double tick : niceTicks(m_range.lowest * factor, m_range.highest * factor, 5)) {
            stroke(left, y(tick / factor), width - right, y(tick / factor));
            text(left - 6, y(tick / factor) + 4, locale.toString(tick, 'g', 6), QStringLiteral("text-anchor=\"end\""));
        }
        for (const double tick : niceTicks(1.0, double(std::max<std::size_t>(m_length, 1)), 6)) {
            if (tick == std::floor(tick)) {
                stroke(x(tick), height - bottom, x(tick), height - bottom + 4);
                text(x(tick), height - bottom + 17, locale.toString(tick, 'g', 6), QStringLiteral("text-anchor=\"middle\""));
            }
        }
        text((left + width - right) / 2, height - 8, m_chart.xTitle, QStringLiteral("text-anchor=\"middle\""));
        text(0, 0, m_chart.yTitle, QStringLiteral("text-anchor=\"middle\" transform=\"translate(14 %1) rotate(-90)\"").arg(number((top + height - bottom) / 2)));
    }

    void drawBand(const ChartLine &line)
    {
        QString points;
        for (std::size_t i = 0; i < line.highest.size(); ++i) {
            if (std::isfinite(line.highest[i])) {
                points += number(x(double(i + 1))) + QLatin1Char(',') + number(y(line.highest[i])) + QLatin1Char(' ');
            }
        }
        for (std::size_t i = line.lowest.size(); i-- > 0;) {
            if (std::isfinite(line.lowest[i])) {
                points += number(x(double(i + 1))) + QLatin1Char(',') + number(y(line.lowest[i])) + QLatin1Char(' ');
            }
        }
        if (!points.isEmpty()) {
            m_svg += QStringLiteral("<polygon points=\"%1\" fill=\"%2\" fill-opacity=\"0.2\"/>\n").arg(points.trimmed(), line.color);
        }
    }

    void drawLine(const ChartLine &line)
    {
        QString path;
        bool isDown = false;
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            const bool isFinite = std::isfinite(line.values[i]);
            if (isFinite) {
                path += QLatin1Char(isDown ? 'L' : 'M') + number(x(double(i + 1))) + QLatin1Char(' ') + number(y(line.values[i]));
            }
            isDown = isFinite;
        }
        m_svg += QStringLiteral("<path d=\"%1\" fill=\"none\" stroke=\"%2\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"%3/>\n")
                     .arg(path, line.color, line.isDashed ? QStringLiteral(" stroke-dasharray=\"6 4\"") : QString());
    }

    /// A ring where one is wanted, and a dot where a value has no neighbour to draw a line to.
    void drawPoints(const ChartLine &line)
    {
        const auto isFinite = [&line](std::size_t i) { return i < line.values.size() && std::isfinite(line.values[i]); };
        for (std::size_t i = 0; i < line.values.size(); ++i) {
            const bool isLonely = isFinite(i) && !isFinite(i + 1) && (i == 0 || !isFinite(i - 1));
            const bool isRinged = isFinite(i) && int(i) + 1 == line.ringAt;
            if (isLonely || isRinged) {
                m_svg += QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"%3\" %4/>\n")
                             .arg(number(x(double(i + 1))), number(y(line.values[i])), isRinged ? QStringLiteral("5") : QStringLiteral("2.5"),
                                  isRinged ? QStringLiteral("fill=\"none\" stroke=\"%1\" stroke-width=\"1.5\"").arg(line.color)
                                           : QStringLiteral("fill=\"%1\"").arg(line.color));
            }
        }
    }

    /// Beside the lines' ends, pushed apart where they would lie on each other.
    void drawNames()
    {
        struct Name
        {
            double y;
            const ChartLine *line;
        };
        std::vector<Name> names;
        for (const ChartLine &line : m_chart.lines) {
            const auto last = std::find_if(line.values.rbegin(), line.values.rend(), [](double value) { return std::isfinite(value); });
            if (last != line.values.rend()) {
                names.push_back({y(*last), &line});
            }
        }
        std::stable_sort(names.begin(), names.end(), [](const Name &a, const Name &b) { return a.y < b.y; });
        for (std::size_t i = 1; i < names.size(); ++i) {
            names[i].y = std::max(names[i].y, names[i - 1].y + labelHeight);
        }
        const double tooLow = names.empty() ? 0.0 : std::max(0.0, names.back().y - (height - bottom));
        for (const Name &name : names) {
            text(width - right + 8, name.y - tooLow + 4, name.line->name, QStringLiteral("style=\"fill:%1\"").arg(name.line->color));
        }
    }

    const SvgChart &m_chart;
    std::size_t m_length = 0;
    Range m_range;
    QString m_svg;
};

} // namespace

std::vector<double> niceTicks(double lowest, double highest, int count)
{
    std::vector<double> ticks;
    if (!(lowest < highest) || count < 1) {
        return {lowest};
    }
    const double rough = (highest - lowest) / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double share = rough / power;
    const double step = power * (share <= 1.0 ? 1.0 : share <= 2.0 ? 2.0 : share <= 5.0 ? 5.0 : 10.0);
    const double tolerance = 1e-9;
    for (double index = std::ceil(lowest / step - tolerance); index * step <= highest + step * tolerance; ++index) {
        ticks.push_back(index * step);
    }
    return ticks;
}

QByteArray svgOf(const SvgChart &chart)
{
    return Drawing(chart).svg();
}

} // namespace convscope
