// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/onnxmodel.h"

#include <QCoreApplication>

#include <onnx/onnx_pb.h>

#include <string>

namespace convscope {

namespace {

constexpr int irVersion = 7;
constexpr int opset = 13;
constexpr float batchNormEpsilon = 1e-5f;

/// Builds the graph layer by layer; each node takes the output of the one before.
class GraphBuilder
{
public:
    GraphBuilder(onnx::GraphProto &graph, const Weights &weights)
        : m_graph(graph)
        , m_weights(weights)
    {
        for (const NamedArray &array : weights.arrays) {
            addInitializer(array);
        }
    }

    void build()
    {
        m_graph.set_name("ConvScope");
        addValue(*m_graph.add_input(), "pictures", {1, m_weights.side, m_weights.side});
        m_last = "pictures";
        for (int i = 0; i < int(m_weights.architecture.convBlocks.size()); ++i) {
            addBlock(m_weights.architecture.convBlocks[std::size_t(i)], std::to_string(i + 1));
        }
        addInteger(*addNode("Flatten", "flatten"), "axis", 1);
        for (int i = 0; i < int(m_weights.architecture.hiddenLayers.size()); ++i) {
            const std::string number = std::to_string(i + 1);
            addLinear("hidden" + number);
            addActivation(m_weights.architecture.hiddenLayers[std::size_t(i)].activation, "activation_hidden" + number);
        }
        addLinear("output");
        m_graph.mutable_node()->rbegin()->set_output(0, "logits");
        addValue(*m_graph.add_output(), "logits", {m_weights.classes});
    }

private:
    void addInitializer(const NamedArray &array)
    {
        onnx::TensorProto *tensor = m_graph.add_initializer();
        tensor->set_name(array.name);
        tensor->set_data_type(onnx::TensorProto::FLOAT);
        for (const qint64 size : array.shape) {
            tensor->add_dims(size);
        }
        tensor->set_raw_data(array.values.data(), array.values.size() * sizeof(float));
    }

    static void addValue(onnx::ValueInfoProto &value, const std::string &name, const std::vector<int> &sizes)
    {
        value.set_name(name);
        auto *type = value.mutable_type()->mutable_tensor_type();
        type->set_elem_type(onnx::TensorProto::FLOAT);
        type->mutable_shape()->add_dim()->set_dim_param("N");
        for (const int size : sizes) {
            type->mutable_shape()->add_dim()->set_dim_value(size);
        }
    }

    onnx::NodeProto *addNode(const char *operation, const std::string &name, const std::vector<std::string> &parameters = {})
    {
        onnx::NodeProto *node = m_graph.add_node();
        node->set_op_type(operation);
        node->set_name(name);
        node->add_input(m_last);
        for (const std::string &parameter : parameters) {
            node->add_input(parameter);
        }
        m_last = name + "_output";
        node->add_output(m_last);
        return node;
    }

    static void addInteger(onnx::NodeProto &node, const char *name, qint64 value)
    {
        onnx::AttributeProto *attribute = node.add_attribute();
        attribute->set_name(name);
        attribute->set_type(onnx::AttributeProto::INT);
        attribute->set_i(value);
    }

    static void addFloat(onnx::NodeProto &node, const char *name, float value)
    {
        onnx::AttributeProto *attribute = node.add_attribute();
        attribute->set_name(name);
        attribute->set_type(onnx::AttributeProto::FLOAT);
        attribute->set_f(value);
    }

    static void addIntegers(onnx::NodeProto &node, const char *name, const std::vector<int> &values)
    {
        onnx::AttributeProto *attribute = node.add_attribute();
        attribute->set_name(name);
        attribute->set_type(onnx::AttributeProto::INTS);
        for (const int value : values) {
            attribute->add_ints(value);
        }
    }

    void addBlock(const ConvBlock &block, const std::string &number)
    {
        onnx::NodeProto *conv = addNode("Conv", "conv" + number, {"conv" + number + ".weight", "conv" + number + ".bias"});
        addIntegers(*conv, "kernel_shape", {block.kernelSize, block.kernelSize});
        addIntegers(*conv, "pads", {block.padding, block.padding, block.padding, block.padding});
        addIntegers(*conv, "strides", {1, 1});
        if (block.batchNorm) {
            const std::string norm = "norm" + number;
            addFloat(*addNode("BatchNormalization", norm, {norm + ".weight", norm + ".bias", norm + ".running_mean", norm + ".running_var"}),
                     "epsilon", batchNormEpsilon);
        }
        addActivation(block.activation, "activation_conv" + number);
        if (block.maxPool) {
            onnx::NodeProto *pool = addNode("MaxPool", "pool" + number);
            addIntegers(*pool, "kernel_shape", {2, 2});
            addIntegers(*pool, "strides", {2, 2});
        }
    }

    void addLinear(const std::string &name)
    {
        addInteger(*addNode("Gemm", name, {name + ".weight", name + ".bias"}), "transB", 1);
    }

    void addActivation(Activation activation, const std::string &name)
    {
        switch (activation) {
        case Activation::Relu:
            addNode("Relu", name);
            break;
        case Activation::LeakyRelu:
            addFloat(*addNode("LeakyRelu", name), "alpha", float(leakyReluSlope));
            break;
        case Activation::Tanh:
            addNode("Tanh", name);
            break;
        case Activation::Sigmoid:
            addNode("Sigmoid", name);
            break;
        }
    }

    onnx::GraphProto &m_graph;
    const Weights &m_weights;
    std::string m_last;
};

} // namespace

Result<QByteArray> onnxModel(const Weights &weights)
{
    try {
        onnx::ModelProto model;
        model.set_ir_version(irVersion);
        model.set_producer_name("ConvScope");
        model.set_producer_version(QCoreApplication::applicationVersion().toStdString());
        onnx::OperatorSetIdProto *operators = model.add_opset_import();
        operators->set_domain("");
        operators->set_version(opset);
        GraphBuilder(*model.mutable_graph(), weights).build();
        const std::string bytes = model.SerializeAsString();
        return QByteArray(bytes.data(), qsizetype(bytes.size()));
    } catch (const std::exception &error) {
        return Result<QByteArray>::failure(
            QCoreApplication::translate("convscope::TorchEngine", "The ONNX file could not be made: %1").arg(QString::fromLocal8Bit(error.what())));
    }
}

} // namespace convscope
