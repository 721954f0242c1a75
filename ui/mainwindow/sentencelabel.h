// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/text/sentence.h"

#include <QWidget>

namespace sockeye {

class Theme;

//! \brief The sentence at the top: a mark, the lead in bold, the rest; elided at the end, whole in the
//! tooltip.
class SentenceLabel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SentenceLabel)

public:
    explicit SentenceLabel(const Theme &theme, QWidget *parent = nullptr);
    ~SentenceLabel() override;

    void setSentence(const TopSentence &sentence);
    [[nodiscard]] const TopSentence &sentence() const { return m_sentence; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    TopSentence m_sentence;
};

} // namespace sockeye
