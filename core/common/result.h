// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>

namespace convscope {

/// Either a value or a sentence for the user that says what is wrong, where, and what to do.
/// Functions of core that read files or user input return this; they throw nothing.
template<typename T>
class Result
{
public:
    Result(T value)
        : m_value(std::move(value))
    {
    }

    static Result failure(const QString &sentence)
    {
        Result result;
        result.m_error = sentence;
        return result;
    }

    bool ok() const { return m_value.has_value(); }
    explicit operator bool() const { return ok(); }
    const T &value() const &
    {
        Q_ASSERT(ok());
        return *m_value;
    }
    T &&value() &&
    {
        Q_ASSERT(ok());
        return std::move(*m_value);
    }
    /// Empty exactly when ok().
    const QString &error() const { return m_error; }

private:
    Result() = default;
    std::optional<T> m_value;
    QString m_error;
};

} // namespace convscope
