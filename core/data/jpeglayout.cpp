// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/jpeglayout.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace convscope {

namespace {

/// Reads the markers as libjpeg does: what stands between two of them is passed over.
class JpegMarkers
{
public:
    explicit JpegMarkers(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    JpegLayout read()
    {
        if (!m_bytes.startsWith("\xff\xd8")) {
            return {};
        }
        m_place = 2;
        while (const std::optional<int> marker = next()) {
            if (*marker == endOfImage) {
                break;
            }
            if (isFrame(*marker)) {
                readFrame(*marker == progressiveFrame || *marker == progressiveArithmeticFrame);
            } else if (*marker == startOfScan && m_components > 0) {
                readScan();
            }
            if (*marker != 0x01 && (*marker < firstRestart || *marker > lastRestart)) {
                m_place += std::max(2, number16(m_place)); // the segment's length, itself included
            }
        }
        return m_layout;
    }

private:
    static constexpr int progressiveFrame = 0xc2, progressiveArithmeticFrame = 0xca;
    static constexpr int firstRestart = 0xd0, lastRestart = 0xd7, endOfImage = 0xd9, startOfScan = 0xda;
    static constexpr qsizetype frameHeader = 8; // length, precision, height, width, number of components

    /// SOF0 to SOF15, between which stand DHT, JPG and DAC.
    static bool isFrame(int marker) { return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc; }

    int number8(qsizetype place) const { return place < m_bytes.size() ? quint8(m_bytes[place]) : 0; }
    int number16(qsizetype place) const { return number8(place) * 256 + number8(place + 1); }

    std::optional<int> next()
    {
        for (;;) {
            m_place = m_bytes.indexOf('\xff', m_place);
            if (m_place < 0) {
                return std::nullopt;
            }
            while (m_place < m_bytes.size() && number8(m_place) == 0xff) {
                ++m_place;
            }
            if (m_place >= m_bytes.size()) {
                return std::nullopt;
            }
            if (const int marker = number8(m_place++); marker != 0) { // 0: a byte of the picture itself
                return marker;
            }
        }
    }

    void readFrame(bool isProgressive)
    {
        constexpr int blockEdge = 8, mostSampling = 4;
        const int height = number16(m_place + 3), width = number16(m_place + 5);
        m_components = number8(m_place + 7);
        m_isProgressive = isProgressive;
        std::vector<std::pair<int, int>> sampling;
        for (int i = 0; i < m_components; ++i) {
            const int both = number8(m_place + frameHeader + 3 * i + 1);
            sampling.emplace_back(std::clamp(both >> 4, 1, mostSampling), std::clamp(both & 15, 1, mostSampling));
        }
        int across = 1, down = 1;
        for (const auto &[x, y] : sampling) {
            across = std::max(across, x);
            down = std::max(down, y);
        }
        const auto blocks = [](int length, int part, int whole) { return (qint64(length) * part + whole * blockEdge - 1) / (whole * blockEdge); };
        m_coefficients = 0;
        for (const auto &[x, y] : sampling) {
            m_coefficients += blocks(width, x, across) * blocks(height, y, down) * blockEdge * blockEdge;
        }
    }

    void readScan()
    {
        ++m_layout.scans;
        if (m_isProgressive || number8(m_place + 2) < m_components) {
            m_layout.heldBytes = std::max(m_layout.heldBytes, m_coefficients * 2);
        }
    }

    const QByteArray &m_bytes;
    qsizetype m_place = 0;
    int m_components = 0; ///< of the frame; 0 before it
    bool m_isProgressive = false;
    qint64 m_coefficients = 0;
    JpegLayout m_layout;
};

} // namespace

JpegLayout jpegLayout(const QByteArray &bytes)
{
    return JpegMarkers(bytes).read();
}

} // namespace convscope
